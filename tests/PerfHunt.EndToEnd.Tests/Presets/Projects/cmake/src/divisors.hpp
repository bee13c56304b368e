#pragma once

namespace divisors {

/// How many numbers divide a number, 1 and itself among them.
int count(unsigned number);

}
