package org.fieldstation.drivers.recording.vorbis;

import com.jcraft.jogg.Packet;
import com.jcraft.jogg.Page;
import com.jcraft.jogg.StreamState;
import com.jcraft.jogg.SyncState;
import java.nio.ByteBuffer;
import org.fieldstation.drivers.recording.format.AudioFile;

/** The packets of the first logical stream of an Ogg file; what else is in it is passed over. */
final class OggPackets {
  private static final int CHUNK = 1 << 14;

  private final AudioFile file;
  private final SyncState sync = new SyncState();
  private final StreamState stream = new StreamState();
  private final Page page = new Page();
  private boolean begun;
  private int serial;
  private boolean ended;
  private boolean cut;

  OggPackets(AudioFile file) {
    this.file = file;
    sync.init();
  }

  /** Whether the file ended without the page that says it is the last. */
  boolean cut() {
    return cut;
  }

  /** Fills in the next packet. Returns whether there was one. */
  boolean next(Packet packet) {
    while (true) {
      int got = begun ? stream.packetout(packet) : 0;
      if (got == 1) {
        return true;
      }
      if (got < 0) {
        throw file.damaged("has a hole in its Ogg pages; cut the recording there");
      }
      if (!nextPage()) {
        return false;
      }
    }
  }

  private boolean nextPage() {
    while (!ended) {
      int got = sync.pageout(page);
      if (got == 1) {
        if (!begun) {
          begun = true;
          serial = page.serialno();
          stream.init(serial);
        }
        if (page.serialno() == serial) {
          ended = page.eos() != 0;
          stream.pagein(page);
          return true;
        }
      } else if (got == 0 && !more()) {
        ended = true;
        cut = true;
      }
    }
    return false;
  }

  private boolean more() {
    int at = sync.buffer(CHUNK);
    int got = file.read(ByteBuffer.wrap(sync.data, at, CHUNK));
    sync.wrote(got);
    return got > 0;
  }
}
