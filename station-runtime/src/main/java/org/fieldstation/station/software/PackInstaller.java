package org.fieldstation.station.software;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.fieldstation.models.ModelException;
import org.fieldstation.models.pack.Shelf;
import org.fieldstation.station.hearing.InUse;

/**
 * Model packs for one of the station's models. A pack is installed only after it has answered its
 * golden sounds on this machine; activated, it is tried once more beside the one in use, and taken
 * between two windows.
 */
public final class PackInstaller implements Installer {
  private final Shelf shelf;
  private final String model;

  public PackInstaller(Shelf shelf, String model) {
    this.shelf = shelf;
    this.model = model;
  }

  @Override
  public String title() {
    return "model " + model;
  }

  @Override
  public String kind() {
    return "model-pack";
  }

  @Override
  public String install(Path folder, String by) {
    try {
      return shelf.install(folder).name();
    } catch (ModelException | UncheckedIOException e) {
      throw new RefusedException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void activate(String name, String by) {
    inUse().put(model, name);
  }

  @Override
  public void deactivate(String name, String by) {
    if (isActive(name)) {
      inUse().remove(model);
    }
  }

  @Override
  public void uninstall(String name) {
    if (isActive(name)) {
      throw new RefusedException(name + " is in use; deactivate it first");
    }
    shelf.find(name).ifPresent(shelf::remove);
  }

  @Override
  public boolean isActive(String name) {
    return inUse().pack(model).filter(name::equals).isPresent();
  }

  private InUse inUse() {
    return InUse.in(shelf.directory());
  }
}
