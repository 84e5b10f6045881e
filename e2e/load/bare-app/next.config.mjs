// The shop's own, word for word: from <repository>/.data/bench/bare.
export { default } from '../../../next.config.mjs';
