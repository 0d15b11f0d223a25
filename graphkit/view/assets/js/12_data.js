// The data blocks: JSON, gzipped and in base64 unless the page was written plain.
async function unpack(id) {
  const block = $(id);
  const text = block.textContent.trim();
  if (block.type === "application/json") return JSON.parse(text);
  const bytes = Uint8Array.fromBase64
    ? Uint8Array.fromBase64(text)
    : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

// Evidence is unpacked when somebody first asks for it, and once.
let unpacked = null;
function evidence() {
  unpacked = unpacked || unpack("evidence");
  return unpacked;
}
