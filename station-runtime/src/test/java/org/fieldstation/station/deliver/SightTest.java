package org.fieldstation.station.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fieldstation.drivers.time.TimeSource;
import org.fieldstation.models.Label;
import org.fieldstation.station.identify.Detection;
import org.fieldstation.station.identify.Verdict;
import org.fieldstation.station.journal.Item;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.journal.Stamp;
import org.fieldstation.station.wire.Bodies;
import org.junit.jupiter.api.Test;

/** A server that need not know which protected species live here is not told, in any record. */
class SightTest {
  private static final Stamp STAMP = new Stamp(1, 0, 0, TimeSource.NTP, 0);
  private static final byte[] CONTEXT = {1, 2, 3, 4, 5, 6, 7, 8};

  @Test
  void aProtectedSpeciesIsCountedAndNotNamed() {
    var seen = seen(heard("Nomascus nasutus"));

    assertThat(seen.seq()).isEqualTo(7);
    assertThat(Bodies.readable(seen.body()))
        .doesNotContain("Nomascus")
        .contains("withheld", "9100");
  }

  @Test
  void anotherSpeciesIsToldAsItWas() {
    var entry = heard("Passer montanus");
    assertThat(seen(entry)).isSameAs(entry);
  }

  @Test
  void whatAModelMadeOfASoundIsNotGivenAway() {
    var embedding = new Item.Entry(7, Kind.EMBEDDING, STAMP, new byte[] {(byte) 0x80});
    assertThat(Sight.coarse().of(embedding)).isInstanceOf(Item.Tombstone.class);
    assertThat(Sight.ALL.of(embedding)).isSameAs(embedding);
  }

  private static Item.Entry seen(Item.Entry entry) {
    return (Item.Entry) Sight.without(Set.of("Nomascus nasutus")).of(entry);
  }

  private static Item.Entry heard(String name) {
    var label = new Label(name + "_x", name, "a", "", Label.Group.SPECIES, OptionalDouble.of(0.5));
    var detection = new Detection(label, 0, 3, 0.91f, 0.5f, List.<Verdict>of());
    return new Item.Entry(
        7,
        Kind.DETECTION,
        STAMP,
        Bodies.detection(CONTEXT, detection, Optional.empty(), List.of()));
  }
}
