export declare function buildStamp(root: string, nodeMajor: number): string;
