/**
 * Gets a part of the app that lies beside its page: the data set or a network. The build in one file has
 * fetch-part.standalone.ts instead.
 * @param url an absolute address
 * @returns what the server answered, whatever its status
 * @throws TypeError if there was no answer
 */
export const fetchPart = (url: string): Promise<Response> => fetch(url);
