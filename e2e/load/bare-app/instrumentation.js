// Empty, so that Next does not find the shop's in a folder above.
export function register() {}
