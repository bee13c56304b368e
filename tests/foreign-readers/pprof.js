// node pprof.js PROFILE.pb.gz: decodes a pprof export with another implementation of protocol buffers and prints the hottest functions.
'use strict';
const fs = require('node:fs');
const zlib = require('node:zlib');
const { Profile } = require('pprof-format');

const profile = Profile.decode(zlib.gunzipSync(fs.readFileSync(process.argv[2])));
const text = number => profile.stringTable.strings[Number(number)];
const functions = new Map(profile.function.map(one => [String(one.id), text(one.name)]));
const locations = new Map(profile.location.map(one => [String(one.id), functions.get(String(one.line[0].functionId))]));
const self = new Map();
let total = 0;
for (const sample of profile.sample) {
  const samples = Number(sample.value[0]);
  const leaf = locations.get(String(sample.locationId[0]));
  self.set(leaf, (self.get(leaf) || 0) + samples);
  total += samples;
}
console.log(profile.sampleType.map(type => `${text(type.type)} in ${text(type.unit)}`).join(', ') + `; ${total} samples`);
for (const [name, samples] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 8)) {
  console.log(`${(100 * samples / total).toFixed(2).padStart(6)} %  ${name}`);
}
