/* A slow disk for tests/faults/disk.ts, by LD_PRELOAD: every flush takes 200 ms longer. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>

int fsync(int file) {
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
	usleep(200000);
	return real(file);
}

int fdatasync(int file) {
	int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
	usleep(200000);
	return real(file);
}
