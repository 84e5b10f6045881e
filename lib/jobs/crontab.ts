/** What runs by the clock, once however many workers there are. Nothing is made up for after a pause: each looks at what is. */
export const CRONTAB = `
* * * * * order.sweep ?jobKey=order.sweep&max=1
* * * * * worker.unlock ?jobKey=worker.unlock&max=1
*/10 * * * * throttle.clean ?jobKey=throttle.clean&max=1
`;

export type CronTaskName = 'order.sweep' | 'worker.unlock' | 'throttle.clean';
