package org.fieldstation.sim.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.leshan.core.ResponseCode;
import org.eclipse.leshan.core.link.lwm2m.attributes.LwM2mAttributeSet;
import org.eclipse.leshan.core.link.lwm2m.attributes.LwM2mAttributes;
import org.eclipse.leshan.core.node.LwM2mObjectInstance;
import org.eclipse.leshan.core.node.LwM2mPath;
import org.eclipse.leshan.core.node.LwM2mResource;
import org.eclipse.leshan.core.observation.CompositeObservation;
import org.eclipse.leshan.core.observation.Observation;
import org.eclipse.leshan.core.observation.SingleObservation;
import org.eclipse.leshan.core.request.ContentFormat;
import org.eclipse.leshan.core.request.DiscoverRequest;
import org.eclipse.leshan.core.request.ExecuteRequest;
import org.eclipse.leshan.core.request.ObserveRequest;
import org.eclipse.leshan.core.request.ReadCompositeRequest;
import org.eclipse.leshan.core.request.ReadRequest;
import org.eclipse.leshan.core.request.WriteAttributesRequest;
import org.eclipse.leshan.core.request.WriteRequest;
import org.eclipse.leshan.core.response.ObserveCompositeResponse;
import org.eclipse.leshan.core.response.ObserveResponse;
import org.eclipse.leshan.server.observation.ObservationListener;
import org.eclipse.leshan.server.registration.Registration;
import org.fieldstation.drivers.Quantity;
import org.fieldstation.drivers.Reading;
import org.fieldstation.drivers.Sample;
import org.fieldstation.station.deliver.lwm2m.ObjectShelf;
import org.fieldstation.station.deliver.lwm2m.objects.SensorObjects;
import org.fieldstation.station.keep.KeptFile;
import org.fieldstation.station.keep.Notebook;
import org.fieldstation.station.now.Bulletin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server that was not written for this station may do with its objects. */
class ObjectsTest {
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  @TempDir Path dir;
  private final Bulletin bulletin = new Bulletin();
  private Field field;
  private StockServer server;

  @BeforeEach
  void start() throws Exception {
    field = new Field(dir.resolve("unused.db"));
    server = new StockServer(Songs.STATION, "identity-1", Field.KEY.bytes());
    field.relay.retarget(server.address());
  }

  @AfterEach
  void close() {
    field.close();
    server.close();
  }

  @Test
  void aServerReadsAThermometerItKnowsFromTheStandard() throws Exception {
    measure(21.5);
    measure(19.25);
    var station = register();

    var instance = (LwM2mObjectInstance) read(station, "/3303/0");

    assertThat(instance.getResource(5700).getValue()).isEqualTo(19.25);
    assertThat(instance.getResource(5701).getValue()).isEqualTo("Cel");
    assertThat(instance.getResource(5601).getValue()).isEqualTo(19.25);
    assertThat(instance.getResource(5602).getValue()).isEqualTo(21.5);
    var reset = server.ask(station, new ExecuteRequest(3303, 0, 5605));
    assertThat(reset.getCode()).isEqualTo(ResponseCode.CHANGED);
    assertThat(value(station, "/3303/0/5602")).isEqualTo(19.25);
  }

  @Test
  void aQuantityThatComesUpLaterIsRegisteredThen() throws Exception {
    var station = register();
    assertThat(station.getSupportedObject()).doesNotContainKey(3303);

    measure(20);

    field.until(
        "registered with a thermometer",
        () -> registration().getSupportedObject().containsKey(3303));
    assertThat(value(registration(), "/3303/0/5700")).isEqualTo(20.0);
  }

  @Test
  void anObserverIsToldOfEachChangeAndAttributesSurviveARestart() throws Exception {
    measure(20);
    var station = register();
    var told = new CopyOnWriteArrayList<Object>();
    server.leshan().getObservationService().addListener(new Told(told));
    server.ask(station, new ObserveRequest(ContentFormat.SENML_CBOR, 3303, 0, 5700));

    measure(22);
    field.until("told", () -> told.contains(22.0));

    var above = new LwM2mAttributeSet(LwM2mAttributes.create(LwM2mAttributes.GREATER_THAN, 30.5));
    var wrote = server.ask(station, new WriteAttributesRequest(3303, 0, 5700, above));
    assertThat(wrote.getCode()).isEqualTo(ResponseCode.CHANGED);

    field.stopStation();
    var again = register();
    var links = server.ask(again, new DiscoverRequest(3303, 0, 5700)).getObjectLinks();
    assertThat(Arrays.toString(links)).contains("gt=30.5");
  }

  @Test
  void whatAServerWritesLastsAndWhatItMayNotWriteIsRefused() throws Exception {
    measure(20);
    var station = register();
    assertThat(write(station, "/3303/0/5750", "under the eaves")).isEqualTo(ResponseCode.CHANGED);
    assertThat(write(station, "/1/0/5", 1200)).isEqualTo(ResponseCode.CHANGED);
    assertThat(write(station, "/1/0/1", 60)).isEqualTo(ResponseCode.BAD_REQUEST);
    assertThat(write(station, "/1/0/23", true)).isEqualTo(ResponseCode.CHANGED);
    assertThat(write(station, "/1/0/23", false)).isEqualTo(ResponseCode.CHANGED);

    field.stopStation();
    var again = register();

    assertThat(value(again, "/3303/0/5750")).isEqualTo("under the eaves");
    assertThat(value(again, "/1/0/5")).isEqualTo(1200L);
  }

  @Test
  void severalThingsAreReadAtOnceAndAnObjectIsDiscovered() throws Exception {
    measure(20);
    var station = register();

    var both =
        server.ask(
            station,
            new ReadCompositeRequest(
                ContentFormat.SENML_CBOR, ContentFormat.SENML_CBOR, "/3303/0/5700", "/3/0/0"));
    var links = server.ask(station, new DiscoverRequest(3303)).getObjectLinks();

    assertThat(both.getContent()).containsKeys(new LwM2mPath("/3303/0/5700"));
    assertThat(Arrays.toString(links)).contains("/3303/0/5700", "/3303/0/5605");
  }

  private void measure(double celsius) {
    var reading = new Reading(Quantity.AIR_TEMPERATURE, celsius);
    bulletin.measured("air", NOON, new Sample(List.of(reading), List.of()));
  }

  private Registration register() throws Exception {
    var before = server.registration(Songs.STATION);
    var kept = new Notebook(new KeptFile(dir.resolve("server")));
    var shelf = new ObjectShelf(List.of(), kept, bulletin);
    field.startStation(
        field.settings(Field.KEY), new SensorObjects(bulletin, List.of("air"), kept).on(shelf));
    field.until(
        "registered",
        () -> {
          var now = server.registration(Songs.STATION);
          return now != null && (before == null || !now.getId().equals(before.getId()));
        });
    return registration();
  }

  private Registration registration() {
    return Objects.requireNonNull(server.registration(Songs.STATION));
  }

  private Object read(Registration station, String path) throws Exception {
    var answer = server.ask(station, new ReadRequest(ContentFormat.SENML_CBOR, path));
    assertThat(answer.getCode()).as(path).isEqualTo(ResponseCode.CONTENT);
    return answer.getContent();
  }

  private Object value(Registration station, String path) throws Exception {
    return ((LwM2mResource) read(station, path)).getValue();
  }

  private ResponseCode write(Registration station, String path, Object value) throws Exception {
    var at = new LwM2mPath(path);
    int object = at.getObjectId();
    int instance = at.getObjectInstanceId();
    int resource = at.getResourceId();
    var request =
        switch (value) {
          case Integer number -> new WriteRequest(object, instance, resource, number.longValue());
          case Boolean truth -> new WriteRequest(object, instance, resource, truth);
          default -> new WriteRequest(object, instance, resource, value.toString());
        };
    return server.ask(station, request).getCode();
  }

  /** Keeps the values a server is told. */
  private record Told(List<Object> values) implements ObservationListener {
    @Override
    public void newObservation(Observation observation, Registration station) {}

    @Override
    public void cancelled(Observation observation) {}

    @Override
    public void onResponse(
        SingleObservation observation, Registration station, ObserveResponse response) {
      values.add(((LwM2mResource) response.getContent()).getValue());
    }

    @Override
    public void onResponse(
        CompositeObservation observation, Registration station, ObserveCompositeResponse all) {}

    @Override
    public void onError(Observation observation, Registration station, Exception error) {}
  }
}
