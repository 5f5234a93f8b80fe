// Boost.JSON's own code, compiled once; everything else sees declarations only.
#include <boost/json/src.hpp>
