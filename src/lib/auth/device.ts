// The kind of device an authSession runs on, as far as its owner needs it to recognise it: never the user agent itself.

export const devices = ['android-phone', 'iphone', 'tablet', 'windows', 'mac', 'linux', 'chromebook', 'unknown'] as const;
export type Device = (typeof devices)[number];

const signs: [RegExp, Device][] = [
	[/iPad|Android(?!.*Mobile)/, 'tablet'],
	[/iPhone|iPod/, 'iphone'],
	[/Android/, 'android-phone'],
	[/CrOS/, 'chromebook'],
	[/Windows/, 'windows'],
	[/Macintosh/, 'mac'],
	[/Linux|X11/, 'linux']
];

/** The kind of device that sent this user agent; `unknown` when it says nothing that we know. */
export function readDevice(userAgent: string | null): Device {
	return signs.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? 'unknown';
}
