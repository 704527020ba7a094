extension ReportPage {
  /// The page's style sheet: light, dark and print.
  static let style = """
    :root {
      color-scheme: light dark;
      --paper: #fcfcfa; --card: #ffffff; --ink: #1d2327; --quiet: #66707a; --rule: #e3e5e4;
      --a: #0b6e4f; --b: #c2571a; --c: #7a8791; --d: #b3261e; --bad: #b3261e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14181b; --card: #1b2024; --ink: #e6e9ea; --quiet: #98a2aa; --rule: #2d3439;
        --a: #4cc38a; --b: #f0935a; --c: #8b98a3; --d: #ff7b72; --bad: #ff7b72;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 15px/1.5 system-ui, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei",
        sans-serif;
    }
    main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 0.5rem; font-weight: 650; }
    h2 { font-size: 1rem; margin: 0; font-weight: 650; }
    header p { margin: 0; color: var(--quiet); }
    .kicker { font-size: 0.8rem; letter-spacing: 0.06em; }
    .cards {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0.75rem;
      margin: 1.75rem 0;
    }
    .card {
      background: var(--card); border: 1px solid var(--rule); border-radius: 8px;
      padding: 0.8rem 0.9rem;
    }
    .card b {
      display: block; font-size: 1.45rem; line-height: 1.25; font-weight: 650;
      font-variant-numeric: tabular-nums; white-space: nowrap;
    }
    .card span { color: var(--quiet); font-size: 0.82rem; }
    .bad { color: var(--bad); }
    .note {
      border-left: 3px solid var(--b); padding: 0.1rem 0 0.1rem 0.8rem; margin: 0.75rem 0;
      color: var(--quiet);
    }
    figure, section { margin: 2.25rem 0 0; }
    section { overflow-x: auto; }
    section.cards { margin: 1.75rem 0; }
    figcaption { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; align-items: baseline; }
    figcaption h2 { margin-right: auto; }
    .key { color: var(--quiet); font-size: 0.82rem; }
    .key::before {
      content: ""; display: inline-block; width: 1.1em; height: 3px; border-radius: 2px;
      margin-right: 0.45em; vertical-align: middle; background: currentColor;
    }
    .key.a::before { background: var(--a); } .key.b::before { background: var(--b); }
    .key.c::before { background: var(--c); } .key.d::before { background: var(--d); }
    svg { display: block; width: 100%; height: auto; margin-top: 0.6rem; }
    .grid { stroke: var(--rule); fill: none; }
    .tick { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
    .line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
    .line.a { stroke: var(--a); } .line.b { stroke: var(--b); }
    .line.c { stroke: var(--c); } .line.d { stroke: var(--d); }
    .ground { opacity: 0.1; }
    .ground.a { fill: var(--a); } .ground.b { fill: var(--b); }
    table {
      width: 100%; border-collapse: collapse; margin-top: 0.6rem; font-size: 0.88rem;
      font-variant-numeric: tabular-nums;
    }
    th { color: var(--quiet); font-weight: 500; }
    th, td { text-align: right; padding: 0.35rem 0.5rem; border-bottom: 1px solid var(--rule); }
    td { white-space: nowrap; }
    th:first-child, td:first-child, .words { text-align: left; padding-left: 0; }
    td.words, th.words { padding-left: 0.9rem; white-space: normal; }
    tfoot td { font-weight: 650; border-bottom: 0; }
    footer { margin-top: 2.5rem; color: var(--quiet); font-size: 0.85rem; }
    footer p { margin: 0.35rem 0; }
    pre {
      background: var(--card); border: 1px solid var(--rule); border-radius: 8px; margin: 0.5rem 0;
      padding: 0.6rem 0.8rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
    }
    @media print {
      :root {
        --paper: #ffffff; --card: #ffffff; --ink: #000000; --quiet: #444444; --rule: #cccccc;
        --a: #0b6e4f; --b: #c2571a; --c: #7a8791; --d: #b3261e; --bad: #b3261e;
      }
      main { max-width: none; padding: 0; }
      figure, table, .card { break-inside: avoid; }
    }
    """
}
