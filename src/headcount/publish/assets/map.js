// Draws the places of the page's data on the vendored basemap with Leaflet. Every marker can be
// reached with the keyboard; its popup lists the events. The same places stand in the page as text.
(function () {
  "use strict";
  var box = document.getElementById("map");
  var source = document.getElementById("map-data");
  if (!box || !source || !window.L || !window.headcountBasemap) return;
  var data = JSON.parse(source.textContent);
  var REGION = L.latLngBounds([-3, 92], [25, 127]);
  // The least zoom of a country's name, then points within the country, the best first. The name
  // stands at the first one where no circle, control or other name is in its way.
  var LABELS = {
    KHM: [4, [12.6, 105.0], [13.4, 106.8], [12.3, 106.9], [13.7, 104.6], [11.3, 103.9]],
    THA: [3.75, [15.6, 101.3], [17.2, 103.4], [18.4, 100.0], [13.0, 101.6], [8.4, 99.3]],
    MMR: [3.75, [21.4, 95.6], [23.8, 95.8], [19.4, 95.2], [17.6, 95.6], [25.9, 96.6]],
    LAO: [4, [19.6, 102.8], [20.4, 103.2], [17.2, 105.4], [15.2, 106.2]],
    VNM: [4, [14.4, 108.4], [12.4, 108.3], [22.2, 104.9], [19.2, 105.0], [10.3, 106.2]],
    PHL: [3.75, [12.2, 122.4], [16.9, 121.4], [10.4, 123.2], [7.9, 125.0]],
    MYS: [5, [4.4, 102.4], [5.4, 101.6], [3.2, 113.6], [5.3, 117.1]],
    IDN: [3.75, [-0.6, 113.8], [-0.6, 101.4], [-2.9, 104.0], [-7.2, 110.0]],
    CHN: [3.5, [26.2, 107.6], [27.6, 112.4], [28.0, 102.6], [31.5, 106.0]],
    BGD: [5, [24.3, 89.6]], IND: [3.5, [22.5, 77.5], [18.4, 77.0], [26.4, 93.2]],
    TWN: [5, [23.6, 120.9], [22.7, 120.7]], SGP: [7, [1.0, 104.3]]
  };
  box.textContent = "";
  var calm = window.matchMedia && matchMedia("(prefers-reduced-motion: reduce)").matches;
  var map = L.map(box, {
    minZoom: 1, maxZoom: 11, zoomSnap: 0.25, worldCopyJump: false, attributionControl: false,
    maxBounds: [[-75, -200], [85, 220]], maxBoundsViscosity: 0.6, scrollWheelZoom: false,
    zoomAnimation: !calm, fadeAnimation: !calm, renderer: L.svg({ padding: 0.6 }), zoomControl: false
  });
  // At the foot, where the sea is: at the head it would cover northern places on a phone.
  L.control.zoom({ position: "bottomleft", zoomInTitle: data.words.zoom_in, zoomOutTitle: data.words.zoom_out }).addTo(map);
  map.setView([13, 104], 4);
  L.geoJSON(window.headcountBasemap, {
    interactive: false,
    style: function (f) { return { className: "base-" + f.properties.name, weight: 1, fill: f.properties.name === "land" }; }
  }).addTo(map);

  var labels = L.layerGroup().addTo(map);
  function overlap(a, b) { return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y; }
  function around(at, wide, high) { return L.bounds(at.subtract([wide / 2, high / 2]), at.add([wide / 2, high / 2])); }
  // Puts the names where nothing in `circles` (boxes on the map's layer) is in their way, nor the
  // edge of what is seen.
  var circles = [];
  function label() {
    var corner = map.containerPointToLayerPoint([0, 0]);
    var seen = L.bounds(corner, corner.add(map.getSize()));
    var taken = circles.slice();
    box.querySelectorAll(".leaflet-control").forEach(function (control) {
      var at = control.getBoundingClientRect(), frame = box.getBoundingClientRect();
      var head = corner.add([at.left - frame.left, at.top - frame.top]);
      taken.push(L.bounds(head, head.add([at.width, at.height])));
    });
    labels.clearLayers();
    Object.keys(LABELS).forEach(function (code) {
      var places = LABELS[code].slice(1);
      if (map.getZoom() < LABELS[code][0]) return;
      places.some(function (place) {
        var box = around(map.latLngToLayerPoint(place), data.names[code].length * 8.4 + 6, 17);
        if (!seen.contains(box) || taken.some(function (other) { return overlap(box, other); })) return false;
        taken.push(box);
        var name = L.marker(map.layerPointToLatLng(box.min), {
          interactive: false, keyboard: false,
          icon: L.divIcon({ className: "map-name", html: "", iconSize: null })
        }).addTo(labels);
        name.getElement().textContent = data.names[code];
        name.getElement().setAttribute("aria-hidden", "true");
        return true;
      });
    });
  }

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
      var near = groups.filter(function (g) { return g.at.distanceTo(at) < (size(g.n) + size(spot.n)) * 0.48; })[0];
      if (near) {
        near.spots.push(spot);
        near.n += spot.n;
      } else {
        groups.push({ at: at, spots: [spot], n: spot.n });
      }
    });
    return groups;
  }
  var narrow = box.clientWidth < 480 ? 0.8 : 1;
  function size(n) { return Math.round(narrow * Math.min(56, 16 + 9 * Math.log2(n))); }
  var marks = L.layerGroup().addTo(map);
  function draw() {
    marks.clearLayers();
    circles = [];
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
      circles.push(around(map.latLngToLayerPoint([first.lat, first.lon]), px + 6, px + 6));
      if (data.spots.length > 1) marker.bindPopup(function () { return popup(group); }, {
        maxWidth: 280, maxHeight: Math.max(130, box.clientHeight - 90), autoPanPadding: [20, 20], closeButtonLabel: data.words.close
      });
    });
    label();
  }
  // With the keyboard: a popup is entered as it opens, and left by Escape to the mark it belongs to.
  var byKey = false;
  box.addEventListener("keydown", function (event) {
    byKey = event.key === "Enter";
    if (event.key === "Escape") map.closePopup();
  }, true);
  box.addEventListener("pointerdown", function () { byKey = false; }, true);
  map.on("popupopen", function (event) {
    var link = event.popup.getElement().querySelector("a[href]:not(.leaflet-popup-close-button)");
    if (byKey && link) link.focus();
  });
  map.on("popupclose", function (event) {
    var mark = event.popup._source && event.popup._source.getElement();
    if (mark && event.popup.getElement().contains(document.activeElement)) mark.focus();
  });

  var all = L.latLngBounds(data.spots.map(function (s) { return [s.lat, s.lon]; }));
  var near = data.spots.filter(function (s) { return REGION.contains([s.lat, s.lon]); });
  var edge = narrow < 1 ? 16 : 34;
  function see(bounds) { map.fitBounds(bounds, { paddingTopLeft: [edge, 34], paddingBottomRight: [edge, edge], maxZoom: 7, animate: !calm }); }
  if (data.spots.length === 1) map.setView(all.getCenter(), REGION.intersects(all) ? 5.5 : 4);
  else if (near.length * 2 >= data.spots.length && near.length) see(L.latLngBounds(near.map(function (s) { return [s.lat, s.lon]; })));
  else see(all);
  draw();
  map.on("zoomend", draw);
  map.on("moveend", label);

  if (near.length && near.length < data.spots.length) {
    var wide = false;
    var Both = L.Control.extend({
      options: { position: "bottomright" },
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
    label();
  }
  // A page that is scrolled must not be caught by the map: the wheel zooms only when it is in use.
  map.on("focus click", function () { map.scrollWheelZoom.enable(); });
  map.on("blur mouseout", function () { map.scrollWheelZoom.disable(); });
})();
