// Makes src/headcount/publish/strings/countries.tsv: display names of countries, English and French.
//
//   npm install --no-save i18n-iso-countries@7
//   node scripts/publish/countries.mjs NODE_MODULES OUTPUT
//
// Codes from ISO 3166-1, names from Unicode CLDR as Node carries it (full ICU), short form where
// CLDR has one that a reader would use. Some names are set by hand below, as newsrooms write them.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [modules, output] = process.argv.slice(2);
const codes = createRequire(join(resolve(modules), "any.js"))("i18n-iso-countries/codes.json");
const BY_HAND = {
  MMR: ["Myanmar", "Myanmar"],
  HKG: ["Hong Kong", "Hong Kong"],
  COD: ["DR Congo", "RD Congo"],
  COG: ["Congo", "Congo"],
  MAC: ["Macao", "Macao"],
  TUR: ["Türkiye", "Turquie"],
  PSE: ["Palestine", "Palestine"],
};
const names = ["en", "fr"].map((lang) => new Intl.DisplayNames(lang, { type: "region", style: "long" }));
const rows = codes
  .map(([two, three]) => [three, ...(BY_HAND[three] ?? names.map((n) => n.of(two)))])
  .sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(output, ["code\ten\tfr", ...rows.map((r) => r.join("\t"))].join("\n") + "\n");
