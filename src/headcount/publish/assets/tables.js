// Sorts and filters the long tables. The table is complete without this script; the script only
// hides and reorders its rows. The state of the filters lives in the address after #, so that a
// filtered table can be linked to.
(function () {
  "use strict";
  var PAGE = 200;
  var table = document.getElementById("sheet");
  var form = document.getElementById("filters");
  var shown = document.getElementById("shown");
  var more = document.getElementById("more");
  var all = document.getElementById("all");
  var other = document.getElementById("switch");
  var otherHref = other.getAttribute("href");
  if (!table || !form) return;
  var body = table.tBodies[0];
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var rows = Array.prototype.slice.call(body.rows).map(function (row, i) {
    return { row: row, i: i, text: null };
  });
  var visible = PAGE;
  var sorted = { column: -1, down: false };
  var collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  }
  function write(n) {
    return String(n).replace(/\B(?=(\d{3})+$)/g, shown.dataset.thousands);
  }
  function controls() {
    return Array.prototype.filter.call(form.elements, function (c) { return c.name; });
  }
  function keeps(entry, wanted) {
    var data = entry.row.dataset;
    for (var i = 0; i < wanted.length; i++) {
      var name = wanted[i][0];
      var value = wanted[i][1];
      if (name === "q") {
        if (entry.text === null) entry.text = fold(entry.row.textContent);
        if (!value.every(function (word) { return entry.text.indexOf(word) >= 0; })) return false;
      } else if (name === "from") {
        if (!data.last || data.last < value) return false;
      } else if (name === "to") {
        if (!data.day || data.day > value) return false;
      } else if ((" " + (data[name] || "") + " ").indexOf(" " + value + " ") < 0) {
        return false;
      }
    }
    return true;
  }
  function apply() {
    var wanted = [];
    controls().forEach(function (c) {
      if (!c.value.trim()) return;
      var value = c.name === "q" ? fold(c.value).split(/\s+/).filter(Boolean) : c.value;
      wanted.push([c.name, value]);
    });
    var count = 0;
    rows.forEach(function (entry) {
      var keep = keeps(entry, wanted);
      if (keep) count += 1;
      entry.row.hidden = !keep || count > visible;
    });
    shown.textContent = shown.dataset.text
      .replace("{shown}", write(Math.min(count, visible)))
      .replace("{total}", write(count) + (count < rows.length ? " / " + write(rows.length) : ""));
    more.hidden = all.hidden = count <= visible;
    more.textContent = more.dataset.text.replace("{n}", write(Math.min(PAGE, count - visible)));
    all.textContent = all.dataset.text.replace("{n}", write(count));
  }
  function remember() {
    var params = new URLSearchParams();
    controls().forEach(function (c) { if (c.value) params.set(c.name, c.value); });
    if (sorted.column >= 0) params.set("sort", sorted.column + (sorted.down ? "d" : "a"));
    var text = params.toString();
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
    other.setAttribute("href", otherHref + (text ? "#" + text : ""));
  }
  function recall() {
    var params = new URLSearchParams(location.hash.slice(1));
    controls().forEach(function (c) { c.value = params.get(c.name) || ""; });
    var sort = /^(\d+)([ad])$/.exec(params.get("sort") || "");
    if (sort && heads[+sort[1]]) order(+sort[1], sort[2] === "d");
    other.setAttribute("href", otherHref + location.hash);
    visible = PAGE;
    apply();
  }
  function key(entry, column) {
    var cell = entry.row.cells[column];
    return cell.dataset.s !== undefined ? cell.dataset.s : cell.textContent.trim();
  }
  function order(column, down) {
    sorted = { column: column, down: down };
    var number = heads[column].hasAttribute("data-num");
    var keyed = rows.map(function (entry) { return [key(entry, column), entry]; });
    keyed.sort(function (a, b) {
      // Empty cells stay at the end, whichever way the column runs.
      if (!a[0] !== !b[0]) return a[0] ? -1 : 1;
      var by = number ? a[0] - b[0] : collator.compare(a[0], b[0]);
      return (down ? -by : by) || a[1].i - b[1].i;
    });
    rows = keyed.map(function (pair) { return pair[1]; });
    var fragment = document.createDocumentFragment();
    rows.forEach(function (entry) { fragment.appendChild(entry.row); });
    body.appendChild(fragment);
    heads.forEach(function (head, i) {
      if (i === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
  }
  heads.forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.sortBy + ": " + head.textContent;
    while (head.firstChild) button.appendChild(head.firstChild);
    head.appendChild(button);
    button.addEventListener("click", function () {
      var first = head.hasAttribute("data-num");
      order(column, sorted.column === column ? !sorted.down : first);
      visible = PAGE;
      apply();
      remember();
    });
  });
  var wait = 0;
  form.addEventListener("input", function () {
    clearTimeout(wait);
    wait = setTimeout(function () { visible = PAGE; apply(); remember(); }, rows.length > 1500 ? 150 : 0);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () {
    setTimeout(function () { visible = PAGE; apply(); remember(); }, 0);
  });
  // The focus goes on to the first row that was not there before; the button may have gone.
  function extend(to) {
    var next = rows.filter(function (entry) { return !entry.row.hidden; }).length;
    visible = to;
    apply();
    var first = rows.filter(function (entry) { return !entry.row.hidden; })[next];
    var link = first && first.row.querySelector("a");
    if (link) link.focus();
  }
  more.addEventListener("click", function () { extend(visible + PAGE); });
  all.addEventListener("click", function () { extend(Infinity); });
  window.addEventListener("hashchange", recall);
  // A box that does not scroll needs no stop for the keyboard.
  var scroller = table.parentNode;
  function stop() {
    if (scroller.scrollWidth > scroller.clientWidth) scroller.setAttribute("tabindex", "0");
    else scroller.removeAttribute("tabindex");
  }
  window.addEventListener("resize", stop);
  form.hidden = false;
  recall();
  stop();
})();
