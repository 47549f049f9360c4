export declare const inputs: readonly string[];
export declare function buildStamp(root: string, nodeMajor: number): string;
