package org.fieldstation.station.identify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fieldstation.models.Label;
import org.fieldstation.models.ModelCard;

/**
 * Finds settings that cannot have an effect: somebody trusts them in vain.
 *
 * @param repeats what must be heard how often
 * @param singled labels that have settings of their own, by any name
 */
public record Lint(
    List<ModelCard> models,
    Rule rule,
    NameLists names,
    Optional<SpeciesRange> range,
    WatchLists watch,
    List<Repeat> repeats,
    Set<String> singled) {

  /** The highest score an 8-bit model gives: 255 of 256. */
  private static final double EIGHT_BIT = 255 / 256.0;

  private static final int FEW = 5;

  /**
   * What was found.
   *
   * @param ineffective whether a setting has no effect; else it is only worth knowing
   */
  public record Remark(boolean ineffective, String text) {}

  public List<Remark> remarks() {
    var remarks = new ArrayList<Remark>();
    models.forEach(card -> thresholds(card, remarks));
    models.forEach(card -> repeats(card, remarks));
    unknown("the include list", names.include(), remarks);
    unknown("the exclude list", names.exclude(), remarks);
    unknown(
        "[[identify.label]]",
        singled.stream().map(Names::key).collect(Collectors.toSet()),
        remarks);
    contradictions(remarks);
    range(remarks);
    watch.lists().forEach(list -> watched(list, remarks));
    return List.copyOf(remarks);
  }

  private void thresholds(ModelCard card, List<Remark> remarks) {
    var high =
        card.labels().stream()
            .filter(label -> rule.needs(label).orElse(0) > EIGHT_BIT)
            .map(Label::id)
            .toList();
    if (!high.isEmpty()) {
      add(
          remarks,
          "%s: a score never reaches the threshold of %s: 8-bit models give at most %.4f"
              .formatted(card.id(), some(high), EIGHT_BIT));
    }
  }

  private void repeats(ModelCard card, List<Remark> remarks) {
    double hop = (double) card.input().hopSamples() / card.input().rate();
    for (var repeat : repeats) {
      if (!repeat.possible(hop)) {
        add(
            remarks,
            "%s: %d windows within %.1f s are asked for, and its windows are %.1f s apart"
                .formatted(card.id(), repeat.needed(), repeat.seconds(), hop));
      }
    }
  }

  private void unknown(String list, Set<String> wanted, List<Remark> remarks) {
    var known = labels().stream().flatMap(NameLists::names).collect(Collectors.toSet());
    var never = wanted.stream().filter(name -> !known.contains(name)).sorted().toList();
    if (!never.isEmpty()) {
      add(remarks, "%s has names that no model here gives: %s".formatted(list, some(never)));
    }
  }

  private void contradictions(List<Remark> remarks) {
    var both = new HashSet<>(names.include());
    both.retainAll(names.exclude());
    if (!both.isEmpty()) {
      add(
          remarks,
          "included and excluded at once, so excluded: %s".formatted(some(List.copyOf(both))));
    }
    labels().stream()
        .filter(label -> NameLists.names(label).anyMatch(names.exclude()::contains))
        .filter(label -> watch.verdict(label).isPresent())
        .forEach(label ->
            remarks.add(
                new Remark(
                    false,
                    "%s is on the watch list %s and excluded: nobody will hear of it"
                        .formatted(label.id(), watch.verdict(label).orElseThrow().list()))));
  }

  private void range(List<Remark> remarks) {
    if (range.isEmpty()) {
      return;
    }
    var known = species();
    var never = range.get().species().stream().filter(s -> !known.contains(s)).sorted().toList();
    if (known.isEmpty() || never.size() == range.get().species().size()) {
      add(remarks, "the species list has no species that a model here can name");
    } else if (!never.isEmpty()) {
      remarks.add(
          new Remark(
              false,
              "the species list has %d species that no model here can name: %s"
                  .formatted(never.size(), some(never))));
    }
  }

  private void watched(WatchList list, List<Remark> remarks) {
    var known = labels().stream().flatMap(WatchLists::names).collect(Collectors.toSet());
    var deaf =
        list.entries().stream()
            .filter(entry -> entry.keys().noneMatch(known::contains))
            .map(entry -> entry.scientificName().isEmpty() ? entry.en() : entry.scientificName())
            .toList();
    if (!deaf.isEmpty()) {
      remarks.add(
          new Remark(
              false,
              "watch list %s: no model here can name %d of %d: %s"
                  .formatted(list.id(), deaf.size(), list.entries().size(), some(deaf))));
    }
  }

  private Set<String> species() {
    return labels().stream()
        .map(Label::scientificName)
        .filter(name -> !name.isBlank())
        .map(Names::species)
        .collect(Collectors.toSet());
  }

  private List<Label> labels() {
    return models.stream().flatMap(card -> card.labels().stream()).toList();
  }

  private static void add(List<Remark> remarks, String text) {
    remarks.add(new Remark(true, text));
  }

  private static String some(List<String> names) {
    var few = names.stream().limit(FEW).collect(Collectors.joining(", "));
    return names.size() <= FEW ? few : few + " and %d more".formatted(names.size() - FEW);
  }
}
