package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.leshan.client.resource.LwM2mInstanceEnabler;
import org.fieldstation.station.journal.Lane;
import org.fieldstation.station.link.LinkPolicy;
import org.fieldstation.station.settings.LinkSettings;
import org.jspecify.annotations.Nullable;

/** Object 26257: what each link may cost today, and what it has cost. No limit is no resource. */
record LinkBudgets(LinkPolicy policy) {

  /** One instance a link, in the order of the configuration. */
  List<LwM2mInstanceEnabler> all() {
    var instances = new ArrayList<LwM2mInstanceEnabler>();
    for (var link : policy.links()) {
      instances.add(instance(instances.size(), link));
    }
    return instances;
  }

  private FieldInstance instance(int id, LinkSettings link) {
    return new FieldInstance(id)
        .with(0, Field.text(link::name))
        .with(1, Field.text(link::bearer))
        .with(2, Field.text(link::networkInterface))
        .with(
            3,
            Field.truth(() -> policy.carrying().map(link.networkInterface()::equals).orElse(null)))
        .with(4, Field.integer(() -> limit(link.dataBytesPerDay())))
        .with(5, Field.integer(() -> policy.spentToday(link.name(), Lane.DATA)))
        .with(6, Field.integer(() -> limit(link.mediaBytesPerDay())))
        .with(7, Field.integer(() -> policy.spentToday(link.name(), Lane.MEDIA)))
        .with(8, Field.text(() -> link.quietUtc().orElse(null)));
  }

  private static @Nullable Long limit(long bytes) {
    return bytes == Long.MAX_VALUE ? null : bytes;
  }
}
