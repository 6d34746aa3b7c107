"""One kind of evidence a file: two values in, a verdict with its reason in words out."""
