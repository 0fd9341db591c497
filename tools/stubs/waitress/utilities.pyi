class Error:
    code: int
    body: str

class RequestEntityTooLarge(Error): ...
