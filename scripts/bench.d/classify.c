/*
 * How long TensorFlow Lite takes from C: what the Java engine is compared with.
 *
 *   cc -O3 -o classify classify.c -ldl
 *   ./classify LIBRARY MODEL WINDOWS
 *
 * Loads a model, adds the XNNPACK delegate with one thread, and from then on does what the Java
 * engine does: from samples in memory, quantised where the model wants 8-bit numbers, to scores in
 * memory. Prints the least and the median time of one window as JSON. Prototypes are declared by
 * hand, from the documentation of the C API, so that no header is needed.
 */
#include <dlfcn.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { int32_t room[64]; } XnnPackOptions; /* larger than it is; 0 is num_threads */

typedef struct { float scale; int32_t zero; } Quantisation;

enum { FLOAT32 = 1, UINT8 = 3, INT8 = 9 }; /* TfLiteType */

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

/* The same arithmetic as the Java engine's, in a form that gcc makes vectors of, too. */
static void quantise(const float *window, void *numbers, size_t count, Quantisation q, int lowest) {
  signed char *to = numbers;
  float least = lowest - q.zero, most = least + 255;
  for (size_t i = 0; i < count; i++) {
    float steps = window[i] / q.scale;
    steps = steps < least ? least : steps > most ? most : steps;
    to[i] = (int)(steps + copysignf(0x1.fffffep-2f, steps)) + q.zero;
  }
}

static void real(const void *numbers, float *answer, size_t count, Quantisation q, int is_signed) {
  const signed char *from = numbers;
  for (size_t i = 0; i < count; i++) {
    answer[i] = q.scale * ((is_signed ? from[i] : (unsigned char)from[i]) - q.zero);
  }
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
  Quantisation (*quantisation)(void *) = symbol("TfLiteTensorQuantizationParams");
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

  int from_type = type(input(interpreter, 0)), to_type = type(output(interpreter, 0));
  Quantisation from = quantisation(input(interpreter, 0));
  Quantisation to = quantisation(output(interpreter, 0));
  size_t samples = bytes(input(interpreter, 0)) / (from_type == FLOAT32 ? 4 : 1);
  float *window = malloc(samples * sizeof(float));
  uint32_t state = 1;
  float lowest = from_type == FLOAT32 ? 0 : -1;
  for (size_t i = 0; i < samples; i++) {
    state = state * 1664525u + 1013904223u;
    window[i] = lowest + (1 - lowest) * (state >> 8) * 0x1p-24f;
  }
  int windows = atoi(arguments[3]);
  double *times = malloc(sizeof(double) * windows);
  static float answer[1 << 16];
  for (int i = -windows / 10; i < windows; i++) { /* a tenth more to warm up */
    double start = now();
    void *in = data(input(interpreter, 0));
    if (from_type == FLOAT32) {
      memcpy(in, window, samples * sizeof(float));
    } else {
      quantise(window, in, samples, from, from_type == INT8 ? -128 : 0);
    }
    if (invoke(interpreter) != 0) return 1;
    void *result = output(interpreter, 0);
    size_t length = bytes(result);
    if (length > sizeof answer / 4) return 1;
    if (to_type == FLOAT32) {
      memcpy(answer, data(result), length);
    } else {
      real(data(result), answer, length, to, to_type == INT8);
    }
    if (i >= 0) times[i] = now() - start;
  }
  qsort(times, windows, sizeof(double), by_value);
  printf("{\"engine\": \"c\", \"windows\": %d, \"least_ns\": %.0f, \"median_ns\": %.0f}\n", windows,
         times[0], times[windows / 2]);
  return 0;
}
