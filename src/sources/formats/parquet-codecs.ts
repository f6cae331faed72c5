type Decompress = (input: Uint8Array, length: number) => Uint8Array;

/** What undoes each compression but Snappy, which needs nothing more; each comes when a file needs it. */
const loaders: Readonly<Record<string, () => Promise<Decompress>>> = {
  GZIP: async () => {
    const { gunzip } = await import('hyparquet-compressors/src/gzip.js');
    return (input, length) => gunzip(input, new Uint8Array(length));
  },
  BROTLI: async () => (await import('hyparquet-compressors/src/brotli.js')).decompressBrotli,
  LZ4: async () => (await import('hyparquet-compressors/src/lz4.js')).decompressLz4,
  LZ4_RAW: async () => (await import('hyparquet-compressors/src/lz4.js')).decompressLz4Raw,
  ZSTD: async () => (await import('./parquet-zstd.js')).decompressZstd,
};

/**
 * What undoes the compressions that a file uses. The package as a whole would start WebAssembly, which strict pages forbid,
 * and what it brings for Zstandard never ends with some files that are damaged: hence our own.
 */
export async function codecsOf(names: Iterable<string>): Promise<Readonly<Record<string, Decompress>>> {
  const needed = [...names].filter((name) => Object.hasOwn(loaders, name));
  return Object.fromEntries(await Promise.all(needed.map(async (name) => [name, await loaders[name]!()] as const)));
}
