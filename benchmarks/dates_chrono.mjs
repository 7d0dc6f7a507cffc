// Read {texts, published, rounds} from standard input, print what chrono-node's Arabic parser finds, and how long one pass takes.
import * as chrono from "chrono-node";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { texts, published, rounds } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
const reference = new Date(`${published}T12:00:00`);

function written(components) {
  const pad = (number) => String(number).padStart(2, "0");
  const year = String(components.get("year")).padStart(4, "0");
  return `${year}-${pad(components.get("month"))}-${pad(components.get("day"))}`;
}

const found = texts.map((text) => chrono.ar.parse(text, reference).map((result) => written(result.start)));
let seconds = Infinity; // the fastest pass
for (let round = 0; round < rounds; round++) {
  const start = performance.now();
  for (const text of texts) chrono.ar.parse(text, reference);
  seconds = Math.min(seconds, (performance.now() - start) / 1000);
}
console.log(JSON.stringify({ found, seconds }));
