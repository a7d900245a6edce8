package org.fieldstation.sim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. It stands in this module because only this one sees all the others. */
@AnalyzeClasses(packages = "org.fieldstation", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule LEAVES_KNOW_NOBODY_AND_THE_STATION_DOES_NOT_KNOW_ITS_SIMULATION =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("drivers")
          .definedBy("org.fieldstation.drivers..")
          .layer("models")
          .definedBy("org.fieldstation.models..")
          .layer("ota")
          .definedBy("org.fieldstation.ota..")
          .layer("station")
          .definedBy("org.fieldstation.station..")
          .layer("sim")
          .definedBy("org.fieldstation.sim..")
          .whereLayer("sim")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("station")
          .mayOnlyBeAccessedByLayers("sim")
          .whereLayer("models")
          .mayOnlyBeAccessedByLayers("station", "sim")
          .whereLayer("ota")
          .mayOnlyBeAccessedByLayers("station", "sim")
          .whereLayer("drivers")
          .mayOnlyBeAccessedByLayers("station", "sim");

  @ArchTest
  static final ArchRule THE_STATIONS_ROOMS_DO_NOT_GO_IN_CIRCLES =
      slices().matching("org.fieldstation.station.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_DRIVERS_ROOMS_DO_NOT_GO_IN_CIRCLES =
      slices().matching("org.fieldstation.drivers.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_MODELS_ROOMS_DO_NOT_GO_IN_CIRCLES =
      slices().matching("org.fieldstation.models.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_UPDATERS_ROOMS_DO_NOT_GO_IN_CIRCLES =
      slices().matching("org.fieldstation.ota.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule ZSTD_STAYS_IN_ONE_ROOM = only("com.github.luben..", "..ota.delta..");

  @ArchTest
  static final ArchRule PI4J_STAYS_IN_ONE_ROOM = only("com.pi4j..", "..drivers.pi..", "..sim.pi..");

  @ArchTest
  static final ArchRule NATIVE_CALLS_STAY_WITH_HARDWARE_THE_MODEL_ENGINE_AND_THE_SERVICE_MANAGER =
      only(
          "java.lang.foreign..",
          "..drivers.kernel..",
          "..drivers.alsa..",
          "..drivers.capture..",
          "..drivers.time..",
          "..models.tflite..",
          "..station.systemd..");

  @ArchTest
  static final ArchRule PICTURES_ARE_DECODED_AND_WRITTEN_IN_ONE_ROOM =
      only("javax.imageio..", "..drivers.picture..");

  @ArchTest
  static final ArchRule AWT_STAYS_WITH_THE_DECODERS = only("java.awt..", "..drivers.picture..");

  @ArchTest
  static final ArchRule SQL_STAYS_IN_THE_JOURNAL_AND_IN_THE_CENTRAL_STORE =
      only("java.sql..", "..station.journal..", "..sim.central..");

  @ArchTest
  static final ArchRule SQLITE_STAYS_IN_THE_JOURNAL_AND_IN_THE_CENTRAL_STORE =
      only("org.sqlite..", "..station.journal..", "..sim.central..");

  @ArchTest
  static final ArchRule LESHAN_STAYS_IN_ONE_ROOM_AT_EACH_END =
      only("org.eclipse.leshan..", "..station.deliver.lwm2m..", "..sim.central..");

  @ArchTest
  static final ArchRule CALIFORNIUM_STAYS_IN_ONE_ROOM_AT_EACH_END =
      only(
          "org.eclipse.californium..",
          "..station.deliver.lwm2m..",
          "..sim.central..",
          "..sim.depot..");

  @ArchTest
  static final ArchRule KAFKA_STAYS_WITH_THE_FLEET =
      only("org.apache.kafka..", "..sim.central.fleet..");

  @ArchTest
  static final ArchRule REDIS_STAYS_WITH_THE_FLEET =
      only("redis.clients..", "..sim.central.fleet..");

  @ArchTest
  static final ArchRule CBOR_STAYS_IN_ONE_ROOM = only("com.upokecenter..", "..station.wire..");

  @ArchTest
  static final ArchRule PICOCLI_STAYS_IN_ONE_ROOM =
      only("picocli..", "..station.cli..", "..ota.cli..");

  @ArchTest
  static final ArchRule TOML_STAYS_WITH_SETTINGS_AND_WITH_MANIFESTS =
      only("org.tomlj..", "..station.settings..", "..models.pack..");

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK_THAT_IS_HANDED_IN =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.fieldstation.drivers.time..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", java.time.Duration.class);

  @ArchTest
  static final ArchRule CHANCE_COMES_FROM_THE_GENERATOR_THAT_IS_HANDED_IN =
      noClasses()
          .that()
          .resideOutsideOfPackages("..station.cli..", "..sim.demo..")
          .should()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(java.util.Random.class)
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

  private static ArchRule only(String library, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
