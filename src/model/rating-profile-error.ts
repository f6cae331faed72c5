/** What is wrong with a profile: the place in it, and the way out. */
export class ProfileError extends Error {
  constructor(place: string, wayOut: string) {
    super(`${place}: ${wayOut}`);
    this.name = 'ProfileError';
  }
}
