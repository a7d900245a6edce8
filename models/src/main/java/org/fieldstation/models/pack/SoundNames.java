package org.fieldstation.models.pack;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fieldstation.models.Label.Group;

/** What kind of thing the sounds are that public models name without saying so. */
final class SoundNames {
  private static final Map<Group, Set<String>> GROUPS =
      Map.of(
          Group.HUMAN,
          Set.of(
              "Human vocal",
              "Human non-vocal",
              "Human whistle",
              "Human voice",
              "Human sounds",
              "Speech",
              "Child speech, kid speaking",
              "Conversation",
              "Narration, monologue",
              "Babbling",
              "Shout",
              "Bellow",
              "Whoop",
              "Yell",
              "Children shouting",
              "Screaming",
              "Whispering",
              "Laughter",
              "Baby laughter",
              "Crying, sobbing",
              "Baby cry, infant cry",
              "Singing",
              "Choir",
              "Chant",
              "Child singing",
              "Humming",
              "Cough",
              "Sneeze",
              "Chatter",
              "Crowd",
              "Hubbub, speech noise, speech babble",
              "Children playing",
              "Walk, footsteps",
              "Run"),
          Group.THREAT,
          Set.of(
              "Gun",
              "Gunshot, gunfire",
              "Machine gun",
              "Fusillade",
              "Artillery fire",
              "Cap gun",
              "Explosion",
              "Chainsaw",
              "Sawing",
              "Power tool",
              "Power tools"),
          Group.VEHICLE,
          Set.of(
              "Engine",
              "Vehicle",
              "Motor vehicle (road)",
              "Car",
              "Truck",
              "Bus",
              "Motorcycle",
              "Motorboat, speedboat",
              "Boat, Water vehicle",
              "Aircraft",
              "Aircraft engine",
              "Helicopter",
              "Fixed-wing aircraft, airplane",
              "Light engine (high frequency)",
              "Medium engine (mid frequency)",
              "Heavy engine (low frequency)"),
          Group.SOUND_SOURCE,
          Set.of("Dog", "Fireworks", "Siren"),
          Group.BACKGROUND,
          Set.of("Noise", "Environmental", "Environmental noise", "Silence", "White noise"));

  private SoundNames() {}

  static Optional<Group> group(String name) {
    return GROUPS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(name))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
