// What a passkey's challenge may be for. A challenge made for one purpose is refused for another.

export const challengePurposes = ['sign-in', 'second-factor', 'register'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];
