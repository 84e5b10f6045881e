// refused by node(no-process-env): process.env
export const url = process.env.APP_URL;
