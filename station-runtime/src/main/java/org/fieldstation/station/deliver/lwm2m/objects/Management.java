package org.fieldstation.station.deliver.lwm2m.objects;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server may do to the station, under its own name. Each answers null, or the objection in
 * one line.
 */
public interface Management {

  /** For a server that may look and not touch. */
  Management NONE =
      new Management() {
        @Override
        public boolean allowed() {
          return false;
        }

        @Override
        public byte[] configuration() {
          return new byte[0];
        }

        @Override
        public String configurationState() {
          return "";
        }

        @Override
        public @Nullable String configure(byte[] proposal) {
          return NO;
        }

        @Override
        public @Nullable String withdraw() {
          return NO;
        }

        @Override
        public @Nullable String restart() {
          return NO;
        }

        @Override
        public @Nullable String reboot() {
          return NO;
        }

        @Override
        public @Nullable String command(String text) {
          return NO;
        }

        @Override
        public @Nullable String cancel(String id) {
          return NO;
        }

        @Override
        public List<String> commands() {
          return List.of();
        }
      };

  /** The objection to a server that may not. */
  String NO = "this server does not manage the station";

  /** Whether it may do anything at all. */
  boolean allowed();

  /** The configuration as it stands. */
  byte[] configuration();

  /** Settled, or on trial. */
  String configurationState();

  /** Puts another configuration on trial. */
  @Nullable String configure(byte[] proposal);

  /** Takes the configuration on trial back. */
  @Nullable String withdraw();

  /** Starts the station anew, soon. */
  @Nullable String restart();

  /** Starts the computer anew, soon. */
  @Nullable String reboot();

  /** Queues a command. */
  @Nullable String command(String text);

  /** Cancels a command. */
  @Nullable String cancel(String id);

  /** This server's commands, one line each. */
  List<String> commands();
}
