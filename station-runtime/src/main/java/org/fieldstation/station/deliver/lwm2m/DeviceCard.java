package org.fieldstation.station.deliver.lwm2m;

/** What the Device object says about the station. */
public record DeviceCard(String manufacturer, String model, String serial, String firmware) {}
