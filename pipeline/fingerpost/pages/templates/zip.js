"use strict";
// Names and texts in, the bytes of a zip archive with nothing packed out (PKWARE APPNOTE 4.3 and 4.4).
const zip = (() => {
  const LOCAL = 0x04034b50;
  const CENTRAL = 0x02014b50;
  const END = 0x06054b50;
  const VERSION = 20;
  const UTF8 = 0x0800;
  const DAY_ONE = 0x21;

  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return value;
  });

  function crc32(bytes) {
    let value = 0xffffffff;
    for (const byte of bytes) { value = table[(value ^ byte) & 0xff] ^ (value >>> 8); }
    return (value ^ 0xffffffff) >>> 0;
  }

  function packed(fields) {
    const size = fields.reduce((sum, [bytes]) => sum + bytes, 0);
    const view = new DataView(new ArrayBuffer(size));
    let at = 0;
    for (const [bytes, value] of fields) {
      if (bytes === 4) { view.setUint32(at, value, true); } else { view.setUint16(at, value, true); }
      at += bytes;
    }
    return new Uint8Array(view.buffer);
  }

  const shared = (entry) => [
    [2, VERSION], [2, UTF8], [2, 0], [2, 0], [2, DAY_ONE],
    [4, entry.crc], [4, entry.bytes.length], [4, entry.bytes.length], [2, entry.name.length], [2, 0],
  ];

  function archive(files) {
    const encoder = new TextEncoder();
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const [name, text] of files) {
      const bytes = encoder.encode(text);
      const entry = { name: encoder.encode(name), bytes, crc: crc32(bytes) };
      const head = packed([[4, LOCAL], ...shared(entry)]);
      directory.push(
        packed([[4, CENTRAL], [2, VERSION], ...shared(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
        entry.name,
      );
      parts.push(head, entry.name, bytes);
      offset += head.length + entry.name.length + bytes.length;
    }
    const size = directory.reduce((sum, part) => sum + part.length, 0);
    const end = packed([
      [4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0],
    ]);
    return new Blob([...parts, ...directory, end]);
  }

  return { archive };
})();
