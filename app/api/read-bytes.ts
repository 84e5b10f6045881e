/** Counts what arrives instead of trusting content-length, and stops at the limit. A sender that breaks off sent that much. */
export async function readBytes(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<{ bytes: Uint8Array; isCut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream ?? []) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > limit) break;
    }
  } catch {
    // What is missing is missed by the signature.
  }
  return { bytes: Buffer.concat(chunks), isCut: size > limit };
}
