// Reads a small JSON body without ever holding more than the limit, whatever the request's own headers claim.
// A body that is too large is read on and thrown away for a while: cancelling it would close the connection before the answer.

export type Body = { ok: true; value: unknown } | { ok: false; reason: 'unsupported' | 'too-large' | 'malformed' };

/** How much of a body is read before giving up, in bytes. */
const maxRead = 64 * 1024;

/** The parsed body of a request, of at most `limit` bytes. One that breaks off is malformed. */
export async function readJsonBody(request: Request, limit: number): Promise<Body> {
	const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
	if (type.trim().toLowerCase() !== 'application/json') return { ok: false, reason: 'unsupported' };
	if (Number(request.headers.get('content-length') ?? 0) > limit) return { ok: false, reason: 'too-large' };
	try {
		const bytes = await readBytes(request, limit);
		if (bytes === null) return { ok: false, reason: 'too-large' };
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { ok: true, value: JSON.parse(text) };
	} catch {
		return { ok: false, reason: 'malformed' };
	}
}

/** The bytes of a body, or null when they are more than the limit. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
	const reader = request.body?.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	while (reader && size <= maxRead) {
		const { done, value } = await reader.read();
		if (done) break;
		size += value.byteLength;
		if (size <= limit) chunks.push(value);
	}
	// Whoever sends more than this is left alone with the rest, not cancelled.
	reader?.releaseLock();
	return size <= limit ? Buffer.concat(chunks) : null;
}
