// Cipher suites by IANA's numbers: those that are recommended today (RFC 9325, 4.2), and all kinds of those that are not.

export const modern: Record<number, string> = {
	0x1301: 'TLS_AES_128_GCM_SHA256',
	0x1302: 'TLS_AES_256_GCM_SHA384',
	0x1303: 'TLS_CHACHA20_POLY1305_SHA256'
};

/** For TLS 1.2: a key of its own for each connection, and encryption that notices changes. */
export const recommended: Record<number, string> = {
	0xc02b: 'ECDHE_ECDSA_AES_128_GCM_SHA256',
	0xc02c: 'ECDHE_ECDSA_AES_256_GCM_SHA384',
	0xc02f: 'ECDHE_RSA_AES_128_GCM_SHA256',
	0xc030: 'ECDHE_RSA_AES_256_GCM_SHA384',
	0xcca8: 'ECDHE_RSA_CHACHA20_POLY1305',
	0xcca9: 'ECDHE_ECDSA_CHACHA20_POLY1305'
};

export const weak: Record<number, string> = {
	0x0001: 'RSA_NULL_MD5',
	0x0002: 'RSA_NULL_SHA',
	0x003b: 'RSA_NULL_SHA256',
	0x0004: 'RSA_RC4_128_MD5',
	0x0005: 'RSA_RC4_128_SHA',
	0x0009: 'RSA_DES_CBC_SHA',
	0x000a: 'RSA_3DES_EDE_CBC_SHA',
	0x002f: 'RSA_AES_128_CBC_SHA',
	0x0035: 'RSA_AES_256_CBC_SHA',
	0x003c: 'RSA_AES_128_CBC_SHA256',
	0x003d: 'RSA_AES_256_CBC_SHA256',
	// Encryption of today, but one key for all connections: who learns it later reads what was recorded before.
	0x009c: 'RSA_AES_128_GCM_SHA256',
	0x009d: 'RSA_AES_256_GCM_SHA384',
	0x0016: 'DHE_RSA_3DES_EDE_CBC_SHA',
	0x0033: 'DHE_RSA_AES_128_CBC_SHA',
	0x0039: 'DHE_RSA_AES_256_CBC_SHA',
	0x009e: 'DHE_RSA_AES_128_GCM_SHA256',
	0x009f: 'DHE_RSA_AES_256_GCM_SHA384',
	0x0034: 'DH_anon_AES_128_CBC_SHA',
	0xc006: 'ECDHE_ECDSA_NULL_SHA',
	0xc007: 'ECDHE_ECDSA_RC4_128_SHA',
	0xc008: 'ECDHE_ECDSA_3DES_EDE_CBC_SHA',
	0xc009: 'ECDHE_ECDSA_AES_128_CBC_SHA',
	0xc00a: 'ECDHE_ECDSA_AES_256_CBC_SHA',
	0xc010: 'ECDHE_RSA_NULL_SHA',
	0xc011: 'ECDHE_RSA_RC4_128_SHA',
	0xc012: 'ECDHE_RSA_3DES_EDE_CBC_SHA',
	0xc013: 'ECDHE_RSA_AES_128_CBC_SHA',
	0xc014: 'ECDHE_RSA_AES_256_CBC_SHA',
	0xc018: 'ECDH_anon_AES_128_CBC_SHA',
	0xc023: 'ECDHE_ECDSA_AES_128_CBC_SHA256',
	0xc024: 'ECDHE_ECDSA_AES_256_CBC_SHA384',
	0xc027: 'ECDHE_RSA_AES_128_CBC_SHA256',
	0xc028: 'ECDHE_RSA_AES_256_CBC_SHA384',
	0xc0ac: 'ECDHE_ECDSA_AES_128_CCM',
	0xc0ae: 'ECDHE_ECDSA_AES_128_CCM_8'
};

export const numbersOf = (suites: Record<number, string>): number[] => Object.keys(suites).map(Number);
export const nameOf = (suite: number): string =>
	modern[suite] ?? recommended[suite] ?? weak[suite] ?? `0x${suite.toString(16).padStart(4, '0')}`;
