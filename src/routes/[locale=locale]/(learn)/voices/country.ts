// The country of this instance's young people. One instance serves one country; others come in as signed bundles.
export const homeCountry = 'BE';
