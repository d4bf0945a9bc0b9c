/** A setting of the deployment that does not fit: its message is for the operator, who needs no trace of our code. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}
