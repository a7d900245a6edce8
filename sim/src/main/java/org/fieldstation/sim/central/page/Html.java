package org.fieldstation.sim.central.page;

import java.util.List;

/** The little HTML that a plain page needs. Every text is escaped on its way in. */
final class Html {
  private static final String STYLE =
      """
      body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1c2b22}
      table{border-collapse:collapse;width:100%} th,td{text-align:left;padding:.3rem .8rem .3rem 0;
      border-bottom:1px solid #d5ddd7} th{font-weight:600} td.n,th.n{text-align:right}
      .bad{color:#a3271b;font-weight:600} a{color:#1b5e3b} small{color:#5d6b62}
      """;

  private final StringBuilder body = new StringBuilder();
  private final String title;

  Html(String title) {
    this.title = title;
    body.append("<h1>").append(escaped(title)).append("</h1>\n");
  }

  Html heading(String text) {
    body.append("<h2>").append(escaped(text)).append("</h2>\n");
    return this;
  }

  Html line(String text) {
    body.append("<p>").append(escaped(text)).append("</p>\n");
    return this;
  }

  Html link(String to, String text) {
    body.append("<p>").append(anchor(to, text)).append("</p>\n");
    return this;
  }

  /** A cell: text, and perhaps where it leads. */
  record Cell(String text, String link, boolean bad) {
    static Cell of(String text) {
      return new Cell(text, "", false);
    }

    static Cell of(long number) {
      return of(Long.toString(number));
    }

    /** A number that should be 0. */
    static Cell fault(long number) {
      return new Cell(Long.toString(number), "", number != 0);
    }

    static Cell link(String to, String text) {
      return new Cell(text, to, false);
    }
  }

  Html table(List<String> head, List<List<Cell>> rows) {
    body.append("<table><tr>");
    head.forEach(name -> body.append("<th>").append(escaped(name)).append("</th>"));
    body.append("</tr>\n");
    for (var row : rows) {
      body.append("<tr>");
      for (var cell : row) {
        body.append(cell.bad() ? "<td class=\"bad\">" : "<td>")
            .append(cell.link().isEmpty() ? escaped(cell.text()) : anchor(cell.link(), cell.text()))
            .append("</td>");
      }
      body.append("</tr>\n");
    }
    body.append("</table>\n");
    return this;
  }

  private static String anchor(String to, String text) {
    return "<a href=\"" + escaped(to) + "\">" + escaped(text) + "</a>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title><style>%s</style>
    %s</html>
    """
        .formatted(escaped(title), STYLE, body);
  }
}
