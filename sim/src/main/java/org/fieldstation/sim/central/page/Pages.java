package org.fieldstation.sim.central.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fieldstation.sim.central.CentralReport;
import org.fieldstation.sim.central.Gap;
import org.fieldstation.sim.central.StoredRecord;
import org.fieldstation.sim.central.page.Html.Cell;
import org.fieldstation.station.journal.Kind;
import org.fieldstation.station.wire.Bodies;

/** The pages' words, in both languages at once: they are few. */
final class Pages {
  private static final int LATEST = 50;

  private Pages() {}

  /** All stations with what is missing of each. */
  static String stations(CentralReport report) {
    var rows = report.stations().stream().map(station -> row(report, station)).toList();
    return new Html("Stations 监测站")
        .table(
            List.of(
                "station 站点",
                "last record 最近记录 (UTC)",
                "records 记录数",
                "missing 缺失",
                "given up 已放弃",
                "came again 重复",
                "conflicts 冲突"),
            rows)
        .line(
            rows.isEmpty()
                ? "No station has delivered anything yet. 尚无站点上传数据。"
                : "Missing: later records came, so these exist or existed. 缺失：后续记录已到达。")
        .link("/protected", "protected species by month, all stations together 保护物种（按月汇总）")
        .toString();
  }

  private static List<Cell> row(CentralReport report, String station) {
    var counts = report.counts(station);
    var gaps = report.gaps(station);
    return List.of(
        Cell.link("/station/" + station, station),
        Cell.of(report.lastWritten(station).map(Pages::minute).orElse("–")),
        Cell.of(counts.records()),
        Cell.fault(sum(gaps.stream().filter(Gap.Missing.class::isInstance))),
        Cell.of(sum(gaps.stream().filter(Gap.GivenUp.class::isInstance))),
        Cell.of(counts.duplicates()),
        Cell.fault(counts.conflicts()));
  }

  private static long sum(Stream<Gap> gaps) {
    return gaps.mapToLong(gap -> gap.range().last() - gap.range().first() + 1).sum();
  }

  /** One station: what it named, what broke, what is missing. */
  static String station(CentralReport report, String station, View view, Sensitive sensitive) {
    var page = new Html(station);
    page.link("/", "← all stations 所有站点");
    page.link("/export/" + station, "all records, a JSON object a line 导出");
    page.heading("Heard and seen 识别结果");
    page.table(
        List.of("at 时间", "what 名称", "scientific name 学名", "score 得分"),
        report.latest(station, Kind.DETECTION, LATEST).stream()
            .filter(record -> view.line(station, record, sensitive).isPresent())
            .map(record -> detection(record, view))
            .toList());
    if (view == View.ALL) {
      page.heading("Faults 故障");
      page.table(
          List.of("at 时间", "path, code, what 路径、代码、说明"),
          report.latest(station, Kind.FAULT, LATEST).stream()
              .map(record ->
                  List.of(
                      Cell.of(minute(record.entry().stamp().utc())),
                      Cell.of(Bodies.readable(record.entry().body()))))
              .toList());
    }
    page.heading("Missing 缺失");
    page.table(
        List.of("journal 日志", "lane 通道", "records 记录", "why 原因"),
        report.gaps(station).stream().map(Pages::gap).toList());
    return page.toString();
  }

  private static List<Cell> detection(StoredRecord record, View view) {
    var named = Bodies.named(record.entry().body()).orElse(new Bodies.Named("?", "", Double.NaN));
    var at = record.entry().stamp().utc();
    return List.of(
        Cell.of(view == View.ALL ? minute(at) : at.truncatedTo(ChronoUnit.DAYS).toString()),
        Cell.of(named.label()),
        Cell.of(named.scientificName()),
        Cell.of(String.format(Locale.ROOT, "%.2f", named.score())));
  }

  private static List<Cell> gap(Gap gap) {
    var range = gap.range();
    return List.of(
        Cell.of(gap.epoch()),
        Cell.of(gap.lane().name().toLowerCase(Locale.ROOT)),
        Cell.of(range.first() + " – " + range.last()),
        switch (gap) {
          case Gap.Missing _ -> new Cell("never arrived 未到达", "", true);
          case Gap.GivenUp(_, _, _, var reason) -> Cell.of("given up 已放弃: " + reason);
        });
  }

  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
  }
}
