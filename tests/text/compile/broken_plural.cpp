#include "text/sentence.hpp"
constexpr text::Sentence sentence{"스레드 {0}개", "{0} {0|thread}"};
int main() {
    return sentence.ko.empty() ? 1 : 0;
}
