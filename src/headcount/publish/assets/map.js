// Draws the places of the page's data on the vendored basemap with Leaflet. Every marker can be
// reached with the keyboard; its popup lists the events. The same places stand in the page as text.
(function () {
  "use strict";
  var box = document.getElementById("map");
  var source = document.getElementById("map-data");
  if (!box || !source || !window.L || !window.headcountBasemap) return;
  var data = JSON.parse(source.textContent);
  var REGION = L.latLngBounds([-1, 92], [24, 122]);
  var LABELS = {
    KHM: [12.2, 106.1, 4.5], THA: [16.9, 101.6, 4], MMR: [23.4, 94.7, 4], LAO: [20.6, 101.7, 5],
    VNM: [14.6, 107.6, 4.5], PHL: [14.2, 121.6, 4], MYS: [5.2, 101.6, 5], IDN: [-0.6, 101.4, 4],
    CHN: [25.6, 106.5, 3.5], BGD: [24.3, 89.6, 5], IND: [22.5, 77.5, 3.5], TWN: [24.6, 120.6, 5], SGP: [1.0, 104.3, 7]
  };
  box.textContent = "";
  var calm = window.matchMedia && matchMedia("(prefers-reduced-motion: reduce)").matches;
  var map = L.map(box, {
    minZoom: 1, maxZoom: 11, zoomSnap: 0.25, worldCopyJump: false, attributionControl: false,
    maxBounds: [[-75, -200], [85, 220]], maxBoundsViscosity: 0.6, scrollWheelZoom: false,
    zoomAnimation: !calm, fadeAnimation: !calm, renderer: L.svg({ padding: 0.6 })
  });
  map.setView([13, 104], 4);
  L.geoJSON(window.headcountBasemap, {
    interactive: false,
    style: function (f) { return { className: "base-" + f.properties.name, weight: 1, fill: f.properties.name === "land" }; }
  }).addTo(map);

  var names = Object.keys(LABELS).map(function (code) {
    var at = LABELS[code];
    return [at[2], L.marker([at[0], at[1]], {
      interactive: false, keyboard: false,
      icon: L.divIcon({ className: "map-name", html: "", iconSize: null })
    }), data.names[code]];
  });
  function label() {
    names.forEach(function (n) {
      var on = map.getZoom() >= n[0];
      if (on && !map.hasLayer(n[1])) {
        n[1].addTo(map);
        n[1].getElement().textContent = n[2];
        n[1].getElement().setAttribute("aria-hidden", "true");
      } else if (!on && map.hasLayer(n[1])) {
        map.removeLayer(n[1]);
      }
    });
  }
  map.on("zoomend", label);

  function popup(group) {
    var root = document.createElement("div");
    var most = group.spots.length > 1 ? 3 : 6;
    group.spots.slice(0, 5).forEach(function (spot) {
      root.appendChild(document.createElement("strong")).textContent = spot.name;
      var list = root.appendChild(document.createElement("ul"));
      spot.events.slice(0, most).forEach(function (e) {
        var item = list.appendChild(document.createElement("li"));
        var link = item.appendChild(document.createElement("a"));
        link.href = e.href;
        link.textContent = e.text;
        if (e.day) item.appendChild(document.createElement("span")).textContent = " " + e.day;
      });
      if (spot.n > most) list.appendChild(document.createElement("li")).textContent = data.words.more.replace("{n}", spot.n - most);
    });
    if (group.spots.length > 5) root.appendChild(document.createElement("p")).textContent = "…";
    return root;
  }
  // Places that would cover each other at this zoom are drawn as one mark with their sum.
  function grouped() {
    var groups = [];
    data.spots.forEach(function (spot) {
      var at = map.latLngToLayerPoint([spot.lat, spot.lon]);
      var near = groups.filter(function (g) { return g.at.distanceTo(at) < (size(g.n) + size(spot.n)) * 0.42; })[0];
      if (near) {
        near.spots.push(spot);
        near.n += spot.n;
      } else {
        groups.push({ at: at, spots: [spot], n: spot.n });
      }
    });
    return groups;
  }
  function size(n) { return Math.min(56, Math.round(16 + 9 * Math.log2(n))); }
  var marks = L.layerGroup().addTo(map);
  function draw() {
    marks.clearLayers();
    grouped().forEach(function (group) {
      var first = group.spots[0];
      var px = size(group.n);
      var text = group.spots.slice(0, 4).map(function (s) { return s.name + ": " + s.count; }).join("; ");
      var rough = group.spots.every(function (s) { return s.rough; });
      var marker = L.marker([first.lat, first.lon], {
        keyboard: true, title: text, riseOnHover: true, zIndexOffset: 2000 - px * 10,
        icon: L.divIcon({ className: "spot" + (rough ? " rough" : ""), html: "", iconSize: [px, px] })
      }).addTo(marks);
      marker.getElement().textContent = group.n > 1 ? String(group.n) : "";
      marker.getElement().setAttribute("aria-label", text);
      if (data.spots.length > 1) marker.bindPopup(function () { return popup(group); }, { maxWidth: 280, autoPanPadding: [20, 20] });
    });
  }

  var all = L.latLngBounds(data.spots.map(function (s) { return [s.lat, s.lon]; }));
  var near = data.spots.filter(function (s) { return REGION.contains([s.lat, s.lon]); });
  function see(bounds) { map.fitBounds(bounds, { padding: [34, 34], maxZoom: 7, animate: !calm }); }
  if (data.spots.length === 1) map.setView(all.getCenter(), REGION.intersects(all) ? 5.5 : 4);
  else if (near.length * 2 >= data.spots.length && near.length) see(L.latLngBounds(near.map(function (s) { return [s.lat, s.lon]; })));
  else see(all);
  label();
  draw();
  map.on("zoomend", draw);

  if (near.length && near.length < data.spots.length) {
    var wide = false;
    var Both = L.Control.extend({
      options: { position: "topright" },
      onAdd: function () {
        var button = L.DomUtil.create("button", "map-button");
        button.type = "button";
        button.textContent = data.words.all;
        L.DomEvent.disableClickPropagation(button);
        button.addEventListener("click", function () {
          wide = !wide;
          see(wide ? all : L.latLngBounds(near.map(function (s) { return [s.lat, s.lon]; })));
          button.textContent = wide ? data.words.region : data.words.all;
        });
        return button;
      }
    });
    new Both().addTo(map);
  }
  // A page that is scrolled must not be caught by the map: the wheel zooms only when it is in use.
  map.on("focus click", function () { map.scrollWheelZoom.enable(); });
  map.on("blur mouseout", function () { map.scrollWheelZoom.disable(); });
})();
