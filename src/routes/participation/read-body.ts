// Reads a small JSON body without ever holding more than the limit, whatever the request's own headers claim.

export type Body = { ok: true; value: unknown } | { ok: false; reason: 'unsupported' | 'too-large' | 'malformed' };

/** The parsed body of a request, of at most `limit` bytes. */
export async function readJsonBody(request: Request, limit: number): Promise<Body> {
	const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
	if (type.trim().toLowerCase() !== 'application/json') return { ok: false, reason: 'unsupported' };
	if (Number(request.headers.get('content-length') ?? 0) > limit) return { ok: false, reason: 'too-large' };
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of request.body ?? []) {
		size += chunk.byteLength;
		if (size > limit) return { ok: false, reason: 'too-large' };
		chunks.push(chunk);
	}
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
		return { ok: true, value: JSON.parse(text) };
	} catch {
		return { ok: false, reason: 'malformed' };
	}
}
