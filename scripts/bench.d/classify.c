/*
 * How long TensorFlow Lite takes from C: what the Java engine is compared with.
 *
 *   cc -O2 -o classify classify.c -ldl
 *   ./classify LIBRARY MODEL WINDOWS
 *
 * Loads a model, adds the XNNPACK delegate with one thread, copies random bytes in, invokes, copies
 * the answer out, and prints the least and the median time of one inference as JSON. Prototypes are
 * declared by hand, from the documentation of the C API, so that no header is needed.
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { int32_t room[64]; } XnnPackOptions; /* larger than it is; 0 is num_threads */

static void *library;

static void *symbol(const char *name) {
  void *found = dlsym(library, name);
  if (!found) {
    fprintf(stderr, "%s: not in the library\n", name);
    exit(3);
  }
  return found;
}

static void *not_null(void *pointer, const char *what) {
  if (!pointer) {
    fprintf(stderr, "%s failed\n", what);
    exit(4);
  }
  return pointer;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: classify LIBRARY MODEL WINDOWS\n");
    return 2;
  }
  library = not_null(dlopen(arguments[1], RTLD_NOW), "dlopen");
  void *(*model_create)(const char *) = symbol("TfLiteModelCreateFromFile");
  void *(*options_create)(void) = symbol("TfLiteInterpreterOptionsCreate");
  void (*add_delegate)(void *, void *) = symbol("TfLiteInterpreterOptionsAddDelegate");
  void (*set_threads)(void *, int32_t) = symbol("TfLiteInterpreterOptionsSetNumThreads");
  void *(*interpreter_create)(void *, void *) = symbol("TfLiteInterpreterCreate");
  int (*allocate)(void *) = symbol("TfLiteInterpreterAllocateTensors");
  int (*invoke)(void *) = symbol("TfLiteInterpreterInvoke");
  void *(*input)(void *, int32_t) = symbol("TfLiteInterpreterGetInputTensor");
  void *(*output)(void *, int32_t) = symbol("TfLiteInterpreterGetOutputTensor");
  size_t (*bytes)(void *) = symbol("TfLiteTensorByteSize");
  int (*type)(void *) = symbol("TfLiteTensorType");
  void *(*data)(void *) = symbol("TfLiteTensorData");
  XnnPackOptions (*defaults)(void) = symbol("TfLiteXNNPackDelegateOptionsDefault");
  void *(*delegate_create)(XnnPackOptions *) = symbol("TfLiteXNNPackDelegateCreate");

  void *model = not_null(model_create(arguments[2]), "model");
  void *options = options_create();
  XnnPackOptions xnnpack = defaults();
  xnnpack.room[0] = 1;
  set_threads(options, 1);
  add_delegate(options, not_null(delegate_create(&xnnpack), "delegate"));
  void *interpreter = not_null(interpreter_create(model, options), "interpreter");
  if (allocate(interpreter) != 0) {
    fprintf(stderr, "allocation failed\n");
    return 4;
  }

  size_t size = bytes(input(interpreter, 0));
  int is_float = type(input(interpreter, 0)) == 1;
  unsigned char *window = malloc(size);
  for (size_t i = 0; i < size; i++) window[i] = rand();
  for (size_t i = 0; is_float && i < size / 4; i++) ((float *)window)[i] = rand() / (float)RAND_MAX;
  int windows = atoi(arguments[3]);
  double *times = malloc(sizeof(double) * windows);
  unsigned char answer[1 << 16];
  for (int i = -windows / 10; i < windows; i++) { /* a tenth more to warm up */
    double start = now();
    memcpy(data(input(interpreter, 0)), window, size);
    if (invoke(interpreter) != 0) return 1;
    void *result = output(interpreter, 0);
    size_t length = bytes(result);
    memcpy(answer, data(result), length < sizeof answer ? length : sizeof answer);
    if (i >= 0) times[i] = now() - start;
  }
  qsort(times, windows, sizeof(double), by_value);
  printf("{\"engine\": \"c\", \"windows\": %d, \"least_ns\": %.0f, \"median_ns\": %.0f}\n", windows,
         times[0], times[windows / 2]);
  return 0;
}
