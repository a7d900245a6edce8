package org.fieldstation.station.deliver.lwm2m;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.leshan.client.resource.LwM2mInstanceEnabler;
import org.eclipse.leshan.core.model.ObjectModel;

/**
 * One LwM2M object that a station shows its servers.
 *
 * @param id the object's number
 * @param definitions what a server may know of it; empty for objects that Leshan knows (0-7, 21)
 * @param instances makes its instances, each with its id. A client lives for one registration, and
 *     its instances with it: whatever lasts longer belongs behind them. Asked once for each client,
 *     by any thread; an object without instances is not shown
 */
public record ShelfObject(
    int id,
    List<ObjectModel> definitions,
    Supplier<List<? extends LwM2mInstanceEnabler>> instances) {
  public ShelfObject {
    definitions = List.copyOf(definitions);
  }

  /** An object with a definition in a file beside {@code Definitions}, named after its number. */
  public static ShelfObject defined(
      int id, Supplier<List<? extends LwM2mInstanceEnabler>> instances) {
    return new ShelfObject(id, Definitions.of(id), instances);
  }

  /** An object whose definition Leshan brings along. */
  public static ShelfObject known(
      int id, Supplier<List<? extends LwM2mInstanceEnabler>> instances) {
    return new ShelfObject(id, List.of(), instances);
  }
}
