package org.fieldstation.station.deliver.lwm2m;

import java.util.Map;
import java.util.TreeMap;
import org.fieldstation.drivers.time.TimeKeeper;
import org.fieldstation.station.deliver.CentralException;
import org.fieldstation.station.keep.Notebook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts that a bootstrap server gives out.
 *
 * <pre>
 * none ──ask──&gt; on trial ──server answers──&gt; kept ──ask──&gt; on trial, the old one beside it
 *                  └──── no server answers ────&gt; the old one again
 * </pre>
 *
 * Each step is one replacement of one file, so a cut leaves either side of it and nothing between.
 */
final class BootstrapAccounts implements Accounts {
  private static final Logger log = LoggerFactory.getLogger(BootstrapAccounts.class);
  private static final String TERMS = "/1/0/";
  private static final String BEFORE = "before/";
  private static final String TRIAL = "trial";

  private final Lwm2mSettings bootstrap;
  private final Notebook kept;
  private final TimeKeeper time;

  /**
   * @param bootstrap the bootstrap server, and the account there
   */
  BootstrapAccounts(Lwm2mSettings bootstrap, Notebook kept, TimeKeeper time) {
    this.bootstrap = bootstrap;
    this.kept = kept;
    this.time = time;
  }

  @Override
  public Lwm2mSettings now() {
    return GivenAccount.kept(kept)
        .map(given -> bootstrap.at(given.uri(), given.credentials()))
        .orElse(bootstrap);
  }

  @Override
  public boolean missing() {
    return GivenAccount.kept(kept).isEmpty();
  }

  @Override
  public boolean another() {
    return true;
  }

  @Override
  public void renew() throws CentralException, InterruptedException {
    new BootstrapTalk(bootstrap, time).ask(this::take);
  }

  /** Leshan's thread, before the server hears that the account was taken. */
  private void take(GivenAccount account, Map<Integer, String> terms) {
    var words = new TreeMap<>(account.words());
    terms.forEach((resource, word) -> words.put(TERMS + resource, word));
    var at = time.now();
    words.put(TERMS + ServerTerms.LAST_BOOTSTRAPPED, Long.toString(at.utc().getEpochSecond()));
    words.put(TRIAL, "true");
    if (!onTrial()) { // else what stands beside is older and has worked
      current().forEach((name, word) -> words.put(BEFORE + name, word));
    }
    var old = new TreeMap<>(current());
    old.keySet().removeAll(words.keySet());
    kept.change(words, old.keySet());
    log.info("{}: another account, at {}", bootstrap.name(), account.uri());
  }

  @Override
  public boolean giveUp() {
    var before = kept.under(BEFORE);
    if (!onTrial() || before.isEmpty()) {
      return false;
    }
    var words = new TreeMap<String, String>();
    before.forEach((name, word) -> words.put(name.substring(BEFORE.length()), word));
    var gone = new TreeMap<>(current());
    gone.putAll(before);
    gone.put(TRIAL, "");
    gone.keySet().removeAll(words.keySet());
    kept.change(words, gone.keySet());
    log.warn("{}: the new account does not work; the old one again", bootstrap.name());
    return true;
  }

  @Override
  public void works() {
    if (onTrial()) {
      var gone = new TreeMap<>(kept.under(BEFORE));
      gone.put(TRIAL, "");
      kept.change(Map.of(), gone.keySet());
    }
  }

  private boolean onTrial() {
    return kept.get(TRIAL).isPresent();
  }

  /** The account and its terms. */
  private Map<String, String> current() {
    var all = new TreeMap<>(kept.under(GivenAccount.UNDER));
    all.putAll(kept.under(TERMS));
    return all;
  }
}
