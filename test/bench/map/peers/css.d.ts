/** Style sheets of libraries are the bundler's matter. */
declare module '*.css';
