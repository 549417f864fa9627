// Where a device keeps things: for good, or (on a shared phone) only until its tab closes. Both are the web's Storage
// interface; a third, in memory, steps in where a browser forbids storage, so that nothing ever throws.

const prefix = 'relais:';
const sharedFlag = `${prefix}shared`;

/**
 * True when the person said that others use this phone too: then nothing outlives the tab. The switch itself is remembered
 * (it says nothing about anybody), so that it also holds in the next tab and for the next person.
 */
export function isSharedPhone(): boolean {
	return read(() => localStorage, sharedFlag) === '1';
}

/** Switches "this is a shared phone" on (what was kept so far is erased) or off. */
export function setSharedPhone(shared: boolean): void {
	if (shared) write(() => localStorage, sharedFlag, '1');
	else removeEverywhere(sharedFlag);
	eraseStorage();
}

export function readText(name: string): string | null {
	return read(area, prefix + name);
}

export function writeText(name: string, text: string): void {
	write(area, prefix + name, text);
}

export function removeText(name: string): void {
	memory.delete(prefix + name);
	attempt(() => area().removeItem(prefix + name));
}

/** Removes everything that Relais wrote in either storage, but for the switch of a shared phone. */
export function eraseStorage(): void {
	const shared = isSharedPhone();
	memory.clear();
	for (const storage of [() => localStorage, () => sessionStorage]) {
		attempt(() => {
			for (const key of Object.keys(storage())) if (key.startsWith(prefix)) storage().removeItem(key);
		});
	}
	if (shared) write(() => localStorage, sharedFlag, '1');
}

function removeEverywhere(key: string): void {
	memory.delete(key);
	attempt(() => localStorage.removeItem(key));
}

const memory = new Map<string, string>();
const area = (): Storage => (isSharedPhone() ? sessionStorage : localStorage);

function read(storage: () => Storage, key: string): string | null {
	return memory.get(key) ?? attempt(() => storage().getItem(key)) ?? null;
}

function write(storage: () => Storage, key: string, text: string): void {
	const kept = attempt(() => {
		storage().setItem(key, text);
		return true;
	});
	if (kept) memory.delete(key);
	else memory.set(key, text);
}

/** Private modes and full storages throw on any touch. */
function attempt<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
