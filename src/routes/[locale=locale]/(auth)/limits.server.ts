// The limits of signing in: pages that ask the same question share what was counted, and so do processes.
import { SecondStepLimits } from '$lib/auth/second-step.server';
import { SignInLimits } from '$lib/auth/sign-in.server';
import { createLimiter } from '$lib/ops/limiter';

export const signInLimits = new SignInLimits();
export const stepLimits = new SecondStepLimits();

/** Challenges for passkeys, per address: a room of forty at once, then one every two seconds. */
export const challengeLimiter = createLimiter({
	...{ capacity: 60, refillPerSecond: 0.5, maxKeys: 50_000 },
	shared: 'passkey challenges'
});
