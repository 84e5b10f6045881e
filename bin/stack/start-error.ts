/** Something the person who starts the shop can put right. Its message is one line, in Chinese. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
