package org.fieldstation.drivers.wires;

import java.util.HexFormat;

/** A 1-wire device that always answers the same. */
public record RecordingOneWire(String name, String scratchpad) implements OneWire {
  @Override
  public byte[] convertAndRead() {
    return HexFormat.of().parseHex(scratchpad.replace(" ", ""));
  }
}
