// Makes src/headcount/publish/assets/vendor/natural-earth/basemap.js from Natural Earth.
//
//   npm install --no-save world-atlas@2.0.2 topojson-client@3.1.0 topojson-simplify@3.0.3
//   node scripts/publish/basemap.mjs NODE_MODULES OUTPUT
//
// One topology for the whole world, so that borders never part: points inside the region of the
// crisis keep about 1 km of detail, the rest of the world is drawn with a broad pen.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [modules, output] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "any.js"));
const client = require("topojson-client");
const { presimplify, simplify } = require("topojson-simplify");

const REGION = { west: 91, east: 127, south: -2, north: 29 };
const FAR = 200; // how many times coarser the world outside the region is
const SMALLEST = 0.0006; // square degrees of the smallest triangle kept
const ANTARCTICA = "010";

const inside = ([x, y]) => x > REGION.west && x < REGION.east && y > REGION.south && y < REGION.north;
const area = ([[ax, ay], [bx, by], [cx, cy]]) => Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay)) / 2;

const world = JSON.parse(readFileSync(join(modules, "world-atlas/countries-10m.json"), "utf8"));
delete world.objects.land;
const countries = world.objects.countries;
countries.geometries = countries.geometries.filter((g) => g.id !== ANTARCTICA);

const weighed = presimplify(world, (triangle) => area(triangle) / (inside(triangle[1]) ? 1 : FAR));
const simple = simplify(weighed, SMALLEST);

const ringArea = (ring) =>
  Math.abs(ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length];
    return sum + x * ny - nx * y;
  }, 0)) / 2;
const round = ([x, y]) => {
  const k = inside([x, y]) ? 1000 : 100;
  return [Math.round(x * k) / k, Math.round(y * k) / k];
};
const thin = (line) => line.map(round).filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
const worthDrawing = (ring) => ring.length > 3 && ringArea(ring) > (inside(ring[0]) ? 0.002 : 0.4);

const merged = client.merge(simple, simple.objects.countries.geometries);
const land = merged.coordinates
  .map((polygon) => polygon.map(thin).filter(worthDrawing))
  .filter((polygon) => polygon.length > 0);
const borders = client
  .mesh(simple, simple.objects.countries, (a, b) => a !== b)
  .coordinates.map(thin)
  .filter((line) => line.length > 1);

const feature = (name, type, coordinates) => ({ type: "Feature", properties: { name }, geometry: { type, coordinates } });
const collection = {
  type: "FeatureCollection",
  features: [feature("land", "MultiPolygon", land), feature("borders", "MultiLineString", borders)],
};
writeFileSync(
  output,
  "/* Natural Earth 1:10m (public domain), simplified by scripts/publish/basemap.mjs. */\n" +
    `window.headcountBasemap = ${JSON.stringify(collection)};\n`,
);
