// The umbrella header; wrappers come with their first use.
